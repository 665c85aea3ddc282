package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ObjectName;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The privileges that PostgreSQL has for each kind of object. Stateless but for what it reports. */
public final class Privileges {

    private static final String ALL = "ALL";
    /** Since PostgreSQL 17, so that {@code ALL}, which means the same everywhere, leaves it out. */
    private static final String MAINTAIN = "MAINTAIN";

    private static final List<String> OF_TABLES =
            List.of("DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE");
    private static final List<String> OF_COLUMNS = List.of("INSERT", "REFERENCES", "SELECT", "UPDATE");
    private static final List<String> OF_SEQUENCES = List.of("SELECT", "UPDATE", "USAGE");
    private static final List<String> OF_SCHEMAS = List.of("CREATE", "USAGE");
    private static final List<String> OF_ROUTINES = List.of("EXECUTE");
    private static final List<String> USAGE = List.of("USAGE");

    /** What default privileges are for, by the words of ALTER DEFAULT PRIVILEGES. */
    public static final Map<String, List<String>> OF_DEFAULTS = Map.of(
            "TABLES",
            OF_TABLES,
            "SEQUENCES",
            OF_SEQUENCES,
            "FUNCTIONS",
            OF_ROUTINES,
            "TYPES",
            USAGE,
            "SCHEMAS",
            OF_SCHEMAS);

    private Privileges() {}

    /** Those of PostgreSQL 15 for objects of the kind; none where it grants nothing on them. */
    public static List<String> of(ObjectName.Kind kind, boolean columns) {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> columns ? OF_COLUMNS : OF_TABLES;
            case COLUMN -> OF_COLUMNS;
            case SEQUENCE -> OF_SEQUENCES;
            case SCHEMA -> OF_SCHEMAS;
            case FUNCTION, PROCEDURE, AGGREGATE -> OF_ROUTINES;
            case TYPE, DOMAIN, LANGUAGE -> USAGE;
            case LARGE_OBJECT -> List.of("SELECT", "UPDATE");
            case ROLE, EXTENSION, DOMAIN_CONSTRAINT, DEFAULT, CONSTRAINT, TRIGGER, POLICY, RULE, INDEX, SQL ->
                List.of();
        };
    }

    /** The privileges given under {@code privileges}, sorted, {@code ALL} spelt out; none where one is wrong. */
    static Optional<List<String>> read(Arguments arguments, List<String> possible, Scope scope) {
        Optional<Value> given =
                arguments.required("privileges", arguments.label() + "(" + example(possible) + ", to: role)");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<String> privileges = new TreeSet<>();
        boolean sound = true;
        for (Value item : Arguments.items(given.get())) {
            if (!(item instanceof Value.Word(Name word))) {
                arguments.wrong(item, "privileges", "words such as " + example(possible));
                sound = false;
                continue;
            }
            String privilege = word.text().toUpperCase(Locale.ROOT);
            boolean maintain = privilege.equals(MAINTAIN) && possible.equals(OF_TABLES);
            if (privilege.equals(ALL)) {
                privileges.addAll(possible);
            } else if (possible.contains(privilege) || maintain) {
                privileges.add(privilege);
            } else {
                sound = false;
                refuse(arguments, word, possible, scope);
            }
        }
        return sound && !privileges.isEmpty() ? Optional.of(List.copyOf(privileges)) : Optional.empty();
    }

    /** The one that comes to mind first. */
    static String example(List<String> possible) {
        return possible.contains("SELECT") ? "SELECT" : possible.getFirst();
    }

    private static void refuse(Arguments arguments, Name word, List<String> possible, Scope scope) {
        List<String> words = new ArrayList<>(possible);
        words.add(ALL);
        arguments.refused();
        scope.report.error(
                Codes.UNKNOWN_WORD,
                word.span(),
                arguments.label() + " has no privilege " + word + " here",
                Suggest.didYouMeanOneOf(word.text(), words));
    }
}
