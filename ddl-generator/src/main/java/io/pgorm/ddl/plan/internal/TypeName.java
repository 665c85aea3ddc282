package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as PostgreSQL prints it, taken apart.
 *
 * @param base without its modifiers, {@code timestamp with time zone}
 * @param modifiers {@code 10, 2} of {@code numeric(10,2)}
 */
record TypeName(String base, List<Integer> modifiers, boolean array) {

    private static final Pattern MODIFIED = Pattern.compile("(.*?)\\((-?\\d+(?:,-?\\d+)*)\\)(.*)");

    static TypeName of(ColumnType type) {
        String printed = type.sql();
        String single = type.array() ? printed.substring(0, printed.length() - 2) : printed;
        Matcher matcher = MODIFIED.matcher(single);
        if (!matcher.matches()) {
            return new TypeName(single, List.of(), type.array());
        }
        List<Integer> modifiers = new ArrayList<>();
        for (String modifier : matcher.group(2).split(",", -1)) {
            modifiers.add(Integer.valueOf(modifier));
        }
        return new TypeName(matcher.group(1) + matcher.group(3), List.copyOf(modifiers), type.array());
    }

    int modifier(int index, int otherwise) {
        return index < modifiers.size() ? modifiers.get(index) : otherwise;
    }

    boolean isModified() {
        return !modifiers.isEmpty();
    }
}
