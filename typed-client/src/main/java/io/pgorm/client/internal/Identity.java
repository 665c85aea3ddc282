package io.pgorm.client.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.SQLDataType;

/**
 * Who asks: the role to take on and the settings that the {@code auth} functions of the database read. Its values are
 * bound, and never part of {@code toString}.
 *
 * @param role empty for the role that the connection logged in with
 * @param settings every setting of the session, those without a value too, so that nothing is left of an identity before
 */
public record Identity(Optional<String> role, List<Setting> settings) {

    private static final Binder TEXT = Binder.of(SQLDataType.VARCHAR);

    /** Before the name of a setting: where its value waits that somebody else has put in force. */
    private static final String OUTER = "pgorm.outer.";

    /** Nobody. */
    public static final Identity NONE = new Identity(Optional.empty(), List.of());

    public Identity {
        settings = List.copyOf(settings);
    }

    /** One fact, as text. */
    public record Setting(String name, Optional<String> value) {
        @Override
        public String toString() {
            return name;
        }
    }

    boolean isNone() {
        return this.equals(NONE);
    }

    /**
     * The one statement that puts it in force until the transaction ends.
     *
     * @param before what may be in force: what it has set and this one does not is cleared
     */
    Rendered statement(Identity before) {
        List<String> calls = new ArrayList<>();
        List<Rendered.Bound> bound = new ArrayList<>();
        for (Setting setting : before.settings) {
            if (settings.stream().noneMatch(ours -> ours.name.equals(setting.name))) {
                add(calls, bound, setting.name, "");
            }
        }
        for (Setting setting : settings) {
            add(calls, bound, setting.name, setting.value.orElse(""));
        }
        if (role.isPresent() || before.role.isPresent()) {
            add(calls, bound, "role", role.orElse("none"));
        }
        return new Rendered("SELECT " + String.join(", ", calls), bound);
    }

    /** The settings of both, and whether either has a role: all that has to be said again to be somebody else. */
    Identity and(Identity other) {
        List<Setting> all = new ArrayList<>(settings);
        other.settings.stream()
                .filter(setting -> settings.stream().noneMatch(ours -> ours.name.equals(setting.name)))
                .forEach(all::add);
        return new Identity(role.or(other::role), all);
    }

    /** As {@link #statement}, keeping what was in force before for {@link #back}. */
    Rendered putForOneTrip() {
        List<String> calls = new ArrayList<>();
        List<Rendered.Bound> bound = new ArrayList<>();
        for (String name : names()) {
            calls.add("set_config(?, coalesce(current_setting(?, true), ''), true)");
            bound.add(new Rendered.Bound(TEXT, OUTER + name));
            bound.add(new Rendered.Bound(TEXT, name));
        }
        Rendered put = statement(NONE);
        bound.addAll(put.bound());
        return new Rendered(
                "SELECT " + String.join(", ", calls) + ", " + put.sql().substring("SELECT ".length()), bound);
    }

    /** Puts back what {@link #putForOneTrip} has replaced. */
    Rendered back() {
        List<String> calls = new ArrayList<>();
        List<Rendered.Bound> bound = new ArrayList<>();
        for (String name : names()) {
            calls.add("set_config(?, current_setting(?), true)");
            bound.add(new Rendered.Bound(TEXT, name));
            bound.add(new Rendered.Bound(TEXT, OUTER + name));
        }
        return new Rendered("SELECT " + String.join(", ", calls), bound);
    }

    private List<String> names() {
        List<String> names =
                new ArrayList<>(settings.stream().map(Setting::name).toList());
        role.ifPresent(name -> names.add("role"));
        return names;
    }

    private static void add(List<String> calls, List<Rendered.Bound> bound, String name, String value) {
        calls.add("set_config(?, ?, true)");
        bound.add(new Rendered.Bound(TEXT, name));
        bound.add(new Rendered.Bound(TEXT, value));
    }

    @Override
    public String toString() {
        return "Identity" + role.map(name -> "(" + name + ")").orElse("");
    }
}
