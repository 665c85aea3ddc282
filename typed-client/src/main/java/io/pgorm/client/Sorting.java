package io.pgorm.client;

import io.pgorm.client.error.UnknownSortField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SortField;

/**
 * The names that a text from outside may sort by. Nothing of the text becomes SQL: it only chooses among these fields.
 * Whoever may sort by a field can learn its values, one comparison after the other; so leave out what must stay secret.
 *
 * <pre>{@code
 * static final Sorting BY = Sorting.of(POSTS).only("createdAt", "title").with("author", POSTS.author().NAME);
 *
 * db.posts().orderBy(BY.parse(request.getParameter("sort"))).limit(20).fetch();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Sorting {

    private static final Pattern ITEM = Pattern.compile(
            "\\s*(?<sign>[-+]?)(?<name>[\\p{L}_][\\p{L}\\p{N}_.]*)(?:\\s+(?<way>asc|desc))?(?:\\s+nulls\\s+(?<nulls>first|last))?\\s*",
            Pattern.CASE_INSENSITIVE);

    private final String model;
    private final Map<String, Field<?>> fields;

    private Sorting(String model, Map<String, Field<?>> fields) {
        this.model = model;
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** Every field of the model. */
    public static Sorting of(ModelTable<?> table) {
        return of(table.model());
    }

    static Sorting of(ModelType<?> model) {
        return new Sorting(model.name(), new LinkedHashMap<>(model.fields()));
    }

    /**
     * Of the names so far only these.
     *
     * @throws UnknownSortField if one is not among them
     */
    public Sorting only(String... names) {
        Map<String, Field<?>> fewer = new LinkedHashMap<>();
        for (String name : names) {
            fewer.put(name, field(name, name));
        }
        return new Sorting(model, fewer);
    }

    /** Another name, for any expression over the table. */
    public Sorting with(String name, Field<?> field) {
        Map<String, Field<?>> more = new LinkedHashMap<>(fields);
        more.put(name, field);
        return new Sorting(model, more);
    }

    /**
     * The order that the text asks for; empty for an empty text.
     *
     * @param text names with commas between them, each with {@code -} before it or {@code asc}, {@code desc}, {@code nulls
     *     first}, {@code nulls last} after it
     * @throws UnknownSortField if it asks for anything else
     */
    public List<OrderField<?>> parse(String text) {
        List<OrderField<?>> order = new ArrayList<>();
        if (text.isBlank()) {
            return order;
        }
        for (String item : text.split(",", -1)) {
            Matcher matcher = ITEM.matcher(item);
            if (!matcher.matches()) {
                throw new UnknownSortField(model, item.strip(), fields.keySet());
            }
            order.add(order(matcher, item));
        }
        return order;
    }

    private OrderField<?> order(Matcher item, String text) {
        Field<?> field = field(item.group("name"), text);
        String way = item.group("way");
        boolean minus = item.group("sign").equals("-");
        if (way != null && !item.group("sign").isEmpty()) {
            throw new UnknownSortField(model, text.strip(), fields.keySet());
        }
        boolean descending = minus || "desc".equalsIgnoreCase(way);
        SortField<?> sort = descending ? field.desc() : field.asc();
        String nulls = item.group("nulls");
        if (nulls == null) {
            return sort;
        }
        return nulls.toLowerCase(Locale.ROOT).equals("first") ? sort.nullsFirst() : sort.nullsLast();
    }

    private Field<?> field(String name, String text) {
        Field<?> field = fields.get(name);
        if (field == null) {
            throw new UnknownSortField(model, text.strip(), fields.keySet());
        }
        return field;
    }
}
