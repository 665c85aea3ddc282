package io.pgorm.jooq.internal;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the columns that an extension speaks for fields of the extension's own class. jOOQ's generator has no place for
 * that, so its text is changed: the field that it makes becomes what the class is made over.
 */
final class FeatureFields {

    private static final Pattern FIELD =
            Pattern.compile("(?m)^( *public final )TableField<(\\S+), (.+)> (\\S+) = (createField\\(DSL\\.name\\("
                    + "(\"(?:[^\"\\\\]|\\\\.)*\")\\).*\\));$");

    private final GenerationRun run;

    FeatureFields(GenerationRun run) {
        this.run = run;
    }

    /** @param texts of the generated files, by path */
    void putInto(Map<String, String> texts) {
        Map<QualifiedName, Map<String, ClientField>> fields = fields();
        fields.forEach((table, columns) -> {
            GenerationRun.JooqTable generated = run.tables().get(table);
            if (generated != null) {
                texts.computeIfPresent(
                        generated.className().replace('.', '/') + ".java", (path, text) -> changed(text, columns));
            }
        });
    }

    private Map<QualifiedName, Map<String, ClientField>> fields() {
        Map<QualifiedName, Map<String, ClientField>> fields = new HashMap<>();
        Set<String> heard = new HashSet<>();
        ServiceLoader.load(SchemaExtension.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(SchemaExtension::name))
                .flatMap(extension -> extension.clientFields(run.schema()).stream())
                .filter(field -> heard.add(field.table() + "\0" + field.column()))
                .filter(this::hasExpectedValues)
                .forEach(field -> fields.computeIfAbsent(field.table(), table -> new HashMap<>())
                        .put(JavaSource.literal(field.column()), field));
        return fields;
    }

    private boolean hasExpectedValues(ClientField field) {
        return run.tables().containsKey(field.table())
                && run.columnType(field.table(), field.column()).equals(field.valueType());
    }

    private static String changed(String text, Map<String, ClientField> columns) {
        Matcher matcher = FIELD.matcher(text);
        return matcher.replaceAll(found -> {
            ClientField field = columns.get(found.group(6));
            return Matcher.quoteReplacement(field == null ? found.group() : declaration(found, field));
        });
    }

    private static String declaration(java.util.regex.MatchResult found, ClientField field) {
        return found.group(1) + field.type() + "<" + found.group(2) + "> " + found.group(4) + " = new " + field.type()
                + "<>(" + found.group(5) + ", java.util.List.of("
                + field.facts().stream().map(JavaSource::literal).collect(Collectors.joining(", ")) + "));";
    }
}
