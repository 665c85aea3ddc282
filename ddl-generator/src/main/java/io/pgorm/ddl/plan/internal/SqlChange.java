package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ddl.plan.internal.Transition.Replace;
import io.pgorm.ir.SqlObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an object changes that is kept as SQL: where PostgreSQL has a statement that leaves it where it is, by that; else
 * it is dropped and made anew. The text is PostgreSQL's own or the catalog reader's, so its form is known. Stateless.
 */
final class SqlChange {

    private static final Pattern STATE_TYPE = Pattern.compile(", STYPE = (.*?)(, [A-Z_]+ = |\\)$)", Pattern.DOTALL);
    private static final Pattern FINAL_FUNCTION =
            Pattern.compile(", (FINALFUNC = .*?|FINALFUNC_EXTRA)(, [A-Z_]+ = |\\)$)", Pattern.DOTALL);
    private static final Pattern RETURNS = Pattern.compile("\n RETURNS (.*)\n");
    private static final Pattern OPTIONS = Pattern.compile("(.*) OPTIONS \\((.*)\\)", Pattern.DOTALL);
    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|\\w+)";
    private static final String VALUE = "(E?'(?:[^']|'')*')";
    private static final Pattern OPTION = Pattern.compile(NAME + " " + VALUE);
    private static final Pattern SETTING = Pattern.compile(NAME + " = " + VALUE);
    private static final Pattern DICTIONARY =
            Pattern.compile("(CREATE TEXT SEARCH DICTIONARY .*? \\(TEMPLATE = [^,)]*)(, .*)?\\)", Pattern.DOTALL);

    private SqlChange() {}

    static Transition between(Fact.OfSql before, SqlObject after) {
        String id = after.id();
        String old = before.sql().sql();
        if (old.equals(after.sql())) {
            // what is said of its neighbours differs, which says nothing of itself
            return new InPlace(List.of());
        }
        if (before.isSatellite() && !id.startsWith("mapping ")) {
            return new InPlace(List.of(Step.of(after.sql())));
        }
        return inPlace(id, old, after.sql())
                .<Transition>map(statements ->
                        new InPlace(statements.stream().map(Step::of).toList()))
                .orElseGet(Replace::new);
    }

    private static Optional<List<String>> inPlace(String id, String old, String now) {
        if (id.startsWith("aggregate ")) {
            return found(STATE_TYPE, old).equals(found(STATE_TYPE, now))
                            && found(FINAL_FUNCTION, old).equals(found(FINAL_FUNCTION, now))
                    ? Optional.of(List.of(now.replaceFirst("^CREATE ", "CREATE OR REPLACE ")))
                    : Optional.empty();
        }
        if (id.startsWith("rule ")) {
            return Optional.of(List.of(now.replaceFirst("^CREATE ", "CREATE OR REPLACE ")));
        }
        if (now.startsWith("CREATE OR REPLACE ")) {
            return found(RETURNS, old).equals(found(RETURNS, now)) ? Optional.of(List.of(now)) : Optional.empty();
        }
        if (id.startsWith("publication ")) {
            return publication(id.substring("publication ".length()), old, now);
        }
        if (id.startsWith("server ") || id.startsWith("foreign data wrapper ") || id.startsWith("foreign table ")) {
            return options(id, old, now);
        }
        return id.startsWith("text search dictionary ") ? dictionary(id, old, now) : Optional.empty();
    }

    private static Optional<String> found(Pattern pattern, String sql) {
        Matcher matcher = pattern.matcher(sql);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<List<String>> publication(String name, String old, String now) {
        String head = "CREATE PUBLICATION " + name + " FOR ";
        int with = now.lastIndexOf(" WITH (publish = ");
        int withOld = old.lastIndexOf(" WITH (publish = ");
        boolean lists = now.startsWith(head) && old.startsWith(head) && with > 0 && withOld > 0;
        if (!lists || old.startsWith(head + "ALL ") || now.startsWith(head + "ALL ")) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        String alter = "ALTER PUBLICATION " + name + " SET ";
        if (!old.substring(0, withOld).equals(now.substring(0, with))) {
            statements.add(alter + now.substring(head.length(), with));
        }
        String options = now.substring(with + " WITH ".length(), now.length() - 1);
        if (!old.substring(withOld).equals(now.substring(with))) {
            statements.add(alter + options + usual("publish_via_partition_root", "false", old, options)
                    + usual("publish_generated_columns", "none", old, options) + ")");
        }
        return Optional.of(statements);
    }

    private static String usual(String option, String value, String old, String now) {
        return old.contains(option) && !now.contains(option) ? ", " + option + " = " + value : "";
    }

    private static Optional<List<String>> options(String id, String old, String now) {
        Matcher before = OPTIONS.matcher(old);
        Matcher after = OPTIONS.matcher(now);
        String head = before.matches() ? before.group(1) : old;
        String headAfter = after.matches() ? after.group(1) : now;
        if (!head.equals(headAfter)) {
            return Optional.empty();
        }
        Map<String, String> from = values(OPTION, before.matches() ? before.group(2) : "");
        Map<String, String> to = values(OPTION, after.matches() ? after.group(2) : "");
        List<String> changes = new ArrayList<>();
        to.forEach((name, value) -> {
            if (!value.equals(from.get(name))) {
                changes.add((from.containsKey(name) ? "SET " : "ADD ") + name + " " + value);
            }
        });
        from.keySet().stream().filter(name -> !to.containsKey(name)).forEach(name -> changes.add("DROP " + name));
        return Optional.of(List.of("ALTER " + named(id) + " OPTIONS (" + String.join(", ", changes) + ")"));
    }

    private static Optional<List<String>> dictionary(String id, String old, String now) {
        Matcher before = DICTIONARY.matcher(old);
        Matcher after = DICTIONARY.matcher(now);
        if (!before.matches() || !after.matches() || !before.group(1).equals(after.group(1))) {
            return Optional.empty();
        }
        Map<String, String> from =
                values(SETTING, Optional.ofNullable(before.group(2)).orElse(""));
        Map<String, String> to =
                values(SETTING, Optional.ofNullable(after.group(2)).orElse(""));
        List<String> changes = new ArrayList<>();
        to.forEach((name, value) -> changes.add(name + " = " + value));
        // a word without a value is forgotten
        from.keySet().stream().filter(name -> !to.containsKey(name)).forEach(changes::add);
        return Optional.of(List.of("ALTER " + named(id) + " (" + String.join(", ", changes) + ")"));
    }

    private static Map<String, String> values(Pattern pattern, String list) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher matcher = pattern.matcher(list);
        while (matcher.find()) {
            values.put(matcher.group(1), matcher.group(2));
        }
        return values;
    }

    /** The kind in capitals, as DDL has it, and the name. */
    private static String named(String id) {
        for (String kind : List.of("server ", "foreign data wrapper ", "foreign table ", "text search dictionary ")) {
            if (id.startsWith(kind)) {
                return kind.toUpperCase(java.util.Locale.ROOT) + id.substring(kind.length());
            }
        }
        throw new IllegalArgumentException(id);
    }
}
