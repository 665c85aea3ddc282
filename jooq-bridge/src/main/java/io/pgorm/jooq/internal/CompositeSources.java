package io.pgorm.jooq.internal;

import io.pgorm.ir.CompositeType;
import io.pgorm.jooq.internal.JavaTypes.Known;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;

/** A record for each composite type, and how it is read from PostgreSQL's text. */
final class CompositeSources {

    private static final String TYPES = "io.pgorm.client.type.";

    /** What no component of a record may be called. */
    private static final Set<String> METHODS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private CompositeSources() {}

    /** The texts by simple class name. */
    static Map<String, String> all(GenerationRun run) {
        Map<String, String> sources = new LinkedHashMap<>();
        JavaTypes types = new JavaTypes(run.schema(), run.names());
        for (CompositeType type : run.schema().composites()) {
            JavaSource out =
                    new JavaSource(run.names().packageName(), run.names().ownTypes());
            sources.put(type.javaName(), text(type, types, out));
        }
        return sources;
    }

    private static String text(CompositeType type, JavaTypes types, JavaSource out) {
        String name = type.javaName();
        List<String> components = components(type);
        List<Known> known = type.attributes().stream()
                .map(attribute -> types.known(attribute.type()))
                .toList();
        String parameters = IntStream.range(0, known.size())
                .mapToObj(i -> out.nullable(known.get(i).java()) + " " + components.get(i))
                .collect(Collectors.joining(", "));
        out.doc("A value of the composite type {@code " + type.name().name()
                + "}. PostgreSQL lets any part of it be null.");
        out.line("public record " + name + "(" + parameters + ") {").blank();
        out.doc("How PostgreSQL writes it: for the client.");
        if (known.stream().anyMatch(part -> part.java().contains("<"))) {
            out.line("@SuppressWarnings(\"unchecked\") // the values are read by the types below");
        }
        out.line("public static final " + out.ref(TYPES + "TextType") + "<" + name + "> TYPE = "
                + out.ref(TYPES + "TextTypes") + ".composite(");
        out.line("        " + JavaSource.literal(type.name().sql()) + ",");
        out.line("        " + name + ".class,");
        out.line("        " + out.ref("java.util.List") + ".of("
                + known.stream().map(Known::expression).collect(Collectors.joining(", ")) + "),");
        out.line("        v -> new " + name + "("
                + IntStream.range(0, known.size())
                        .mapToObj(i -> "(" + out.ref(known.get(i).java()) + ") v[" + i + "]")
                        .collect(Collectors.joining(", "))
                + "),");
        out.line("        value -> new Object[] {"
                + components.stream()
                        .map(component -> "value." + component + "()")
                        .collect(Collectors.joining(", "))
                + "});");
        return out.line("}").text();
    }

    /** The attributes' names as Java's. */
    private static List<String> components(CompositeType type) {
        List<String> components = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (CompositeType.Attribute attribute : type.attributes()) {
            String name = camelCase(attribute.name());
            while (!taken.add(name)) {
                name += "_";
            }
            components.add(name);
        }
        return components;
    }

    private static String camelCase(String column) {
        String name = Pattern.compile("_+(\\p{L})")
                .matcher(column)
                .replaceAll((MatchResult match) -> match.group(1).toUpperCase(Locale.ROOT))
                .replaceAll("[^\\p{L}\\p{N}_]", "_");
        name = JavaNames.decapitalized(name);
        boolean starts = Character.isJavaIdentifierStart(name.charAt(0));
        String whole = starts ? name : "_" + name;
        return SourceVersion.isKeyword(whole) || METHODS.contains(whole) || whole.equals("TYPE") ? whole + "_" : whole;
    }
}
