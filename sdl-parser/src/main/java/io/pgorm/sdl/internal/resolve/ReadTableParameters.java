package io.pgorm.sdl.internal.resolve;

import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.syntax.Argument;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads {@code @@storage(fillfactor: 70, toast.autovacuumEnabled: false)}: parameters of PostgreSQL in camel case. */
final class ReadTableParameters {

    private static final String TOAST = "toast.";
    private static final List<String> OF_BOTH = List.of(
            "autovacuum_enabled",
            "autovacuum_vacuum_threshold",
            "autovacuum_vacuum_max_threshold",
            "autovacuum_vacuum_scale_factor",
            "autovacuum_vacuum_insert_threshold",
            "autovacuum_vacuum_insert_scale_factor",
            "autovacuum_vacuum_cost_delay",
            "autovacuum_vacuum_cost_limit",
            "autovacuum_freeze_min_age",
            "autovacuum_freeze_max_age",
            "autovacuum_freeze_table_age",
            "autovacuum_multixact_freeze_min_age",
            "autovacuum_multixact_freeze_max_age",
            "autovacuum_multixact_freeze_table_age",
            "log_autovacuum_min_duration",
            "vacuum_index_cleanup",
            "vacuum_truncate",
            "vacuum_max_eager_freeze_failure_rate");
    private static final List<String> OF_TABLES = List.of(
            "fillfactor",
            "toast_tuple_target",
            "parallel_workers",
            "autovacuum_analyze_threshold",
            "autovacuum_analyze_scale_factor",
            "user_catalog_table");
    /** Those of the heap of PostgreSQL 15 to 18. */
    private static final List<String> KNOWN = Stream.of(
                    OF_TABLES.stream(), OF_BOTH.stream(), OF_BOTH.stream().map(TOAST::concat))
            .flatMap(each -> each)
            .toList();

    private final Report report;

    ReadTableParameters(Report report) {
        this.report = report;
    }

    /** @param heap whether the table has the access method whose parameters are known */
    Map<String, String> read(Attribute attribute, boolean heap) {
        Map<String, String> parameters = new TreeMap<>();
        if (attribute.arguments().isEmpty()) {
            report.error(
                    Codes.MISSING_ARGUMENT,
                    attribute.span(),
                    attribute.label() + " names no parameter",
                    "write `" + attribute.label() + "(fillfactor: 70)`");
        }
        for (Argument argument : attribute.arguments()) {
            if (argument.label().isEmpty()) {
                report.error(
                        Codes.UNKNOWN_ARGUMENT,
                        argument.span(),
                        attribute.label() + " takes no argument without a name",
                        "write `" + attribute.label() + "(fillfactor: 70)`");
            } else {
                put(argument.label().get(), argument.value(), heap, parameters);
            }
        }
        return parameters;
    }

    private void put(Name label, Value value, boolean heap, Map<String, String> parameters) {
        String name = Names.snake(label.text());
        if (heap && !KNOWN.contains(name)) {
            List<String> words = new ArrayList<>(
                    KNOWN.stream().map(ReadTableParameters::camel).toList());
            report.error(
                    Codes.BAD_STORAGE_PARAMETER,
                    label.span(),
                    "a table of PostgreSQL has no storage parameter " + name,
                    Suggest.didYouMean(label.text(), words, Optional.empty()));
            return;
        }
        Optional<String> text = ReadStorageParameters.plain(value);
        if (text.isEmpty() || !ReadStorageParameters.isAscii(name.replace(".", ""))) {
            report.error(
                    Codes.BAD_STORAGE_PARAMETER,
                    value.span(),
                    "the storage parameter " + name + " takes a number, a word, or true or false");
        } else if (parameters.putIfAbsent(name, text.get()) != null) {
            report.error(
                    Codes.BAD_STORAGE_PARAMETER, label.span(), "the storage parameter " + name + " stands here twice");
        }
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean capital = i > 0 && name.charAt(i - 1) == '_';
            if (name.charAt(i) != '_') {
                camel.append(capital ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
            }
        }
        return camel.toString();
    }
}
