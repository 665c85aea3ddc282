package io.pgorm.cli.codes;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of codes as values, and as text again. */
final class CodesPage {

    /**
     * @param title what the code means
     * @param example a schema that gets it; empty for none
     * @param cure what to do about it
     */
    record Section(String title, String example, String cure) {}

    private static final Map<String, String> AREAS = Map.ofEntries(
            Map.entry("00", "Syntax"),
            Map.entry("01", "Names and types"),
            Map.entry("02", "Fields, defaults and SQL in strings"),
            Map.entry("03", "Relations"),
            Map.entry("04", "Keys, indexes and constraints"),
            Map.entry("05", "Attributes and the session"),
            Map.entry("06", "Functions, views, sequences and pieces of SQL"),
            Map.entry("07", "What works and hurts"),
            Map.entry("09", "The server, and the compiler itself"),
            Map.entry("10", "Row level security"),
            Map.entry("11", "PostGIS"),
            Map.entry("12", "Vectors"),
            Map.entry("13", "Triggers"),
            Map.entry("14", "Partitions"),
            Map.entry("15", "Full text search"),
            Map.entry("16", "Notifications"),
            Map.entry("17", "Hypertables"),
            Map.entry("18", "Encrypted columns"),
            Map.entry("19", "JSON"));

    private static final String HEAD = """
            # Codes

            Everything that the compiler and the features have to say, by its code. A code keeps its meaning for ever. Each
            has a schema that gets it and the cure; `pgorm explain PGO0101` prints the same. The build compiles every
            example of this page.
            """;

    private static final Pattern SECTION = Pattern.compile(
            "(?m)^### (PGO\\d{4}): (.*)\\n\\n(?:```pgorm\\n((?s:.*?))```\\n\\n)?((?s:.*?))(?=\\n##|\\z)");

    private CodesPage() {}

    static Map<String, Section> read(String page) {
        Map<String, Section> sections = new TreeMap<>();
        Matcher matcher = SECTION.matcher(page);
        while (matcher.find()) {
            String example = matcher.group(3) == null ? "" : matcher.group(3);
            sections.put(
                    matcher.group(1),
                    new Section(matcher.group(2), example, matcher.group(4).strip()));
        }
        return sections;
    }

    static String print(Map<String, Section> sections) {
        StringBuilder page = new StringBuilder(HEAD);
        String area = "";
        for (Map.Entry<String, Section> entry : new TreeMap<>(sections).entrySet()) {
            String next = entry.getKey().substring(3, 5);
            if (!next.equals(area)) {
                area = next;
                page.append("\n## ")
                        .append(AREAS.getOrDefault(area, "Area " + area))
                        .append('\n');
            }
            Section section = entry.getValue();
            page.append("\n### ")
                    .append(entry.getKey())
                    .append(": ")
                    .append(section.title())
                    .append("\n\n");
            if (!section.example().isBlank()) {
                page.append("```pgorm\n").append(section.example()).append("```\n\n");
            }
            page.append(section.cure()).append('\n');
        }
        return page.toString();
    }
}
