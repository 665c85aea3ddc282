package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Partition keys and the bounds of partitions, out of the text that PostgreSQL prints. Stateless. */
final class Bounds {

    private static final Pattern REMAINDER = Pattern.compile("FOR VALUES WITH \\(modulus (\\d+), remainder (\\d+)\\)");

    private Bounds() {}

    /** @param printed {@code RANGE (created_at)} */
    static Hierarchy.PartitionKey key(String printed, KeyText keyText) {
        int open = printed.indexOf(" (");
        return new Hierarchy.PartitionKey(
                Hierarchy.Strategy.valueOf(printed.substring(0, open).toUpperCase(Locale.ROOT)),
                keyText.keys(new Deparsed(printed).inside(open + 1)),
                SourceSpan.NONE);
    }

    /** @param printed {@code FOR VALUES FROM (1) TO (10)} */
    static Hierarchy.Bound bound(String printed) {
        if (printed.equals("DEFAULT")) {
            return new Hierarchy.Otherwise();
        }
        Matcher remainder = REMAINDER.matcher(printed);
        if (remainder.matches()) {
            return new Hierarchy.Remainder(Integer.parseInt(remainder.group(1)), Integer.parseInt(remainder.group(2)));
        }
        Deparsed text = new Deparsed(printed);
        int open = printed.indexOf('(');
        if (printed.startsWith("FOR VALUES IN ")) {
            return new Hierarchy.In(constants(text.inside(open)));
        }
        int to = text.closing(open) + " TO (".length();
        return new Hierarchy.Range(constants(text.inside(open)), constants(text.inside(to)));
    }

    private static List<SqlText> constants(String list) {
        return Deparsed.split(list).stream().map(SqlText::of).toList();
    }
}
