package io.pgorm.features.notify.internal;

import io.pgorm.features.internal.AttributeText;
import io.pgorm.features.internal.Comments;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notifications as attributes, where they are exactly what an attribute makes. For one schema and one thread. */
public final class WriteNotifications {

    private static final Pattern CHANNEL = Pattern.compile("PERFORM pg_notify\\((E?'(?:[^']|'')*'), ");
    private static final Pattern PAYLOAD = Pattern.compile(
            "\\A\nDECLARE\n    message text := \\((.*?)\n?\\);\nBEGIN\n    IF octet_length", Pattern.DOTALL);

    private final Schema schema;
    private final SchemaNames names;
    private final List<Written.Attribute> attributes = new ArrayList<>();
    private final Set<Routine> functions = new HashSet<>();
    private final Set<ObjectName> comments = new HashSet<>();

    private WriteNotifications(Schema schema, SchemaNames names) {
        this.schema = schema;
        this.names = names;
    }

    public static Written write(Schema schema, SchemaNames names) {
        return new WriteNotifications(schema, names).run();
    }

    private Written run() {
        Schema mapped = schema.mapTables(this::left);
        List<SchemaObject> rest = mapped.objects().stream()
                .filter(object -> !(object instanceof Routine routine && functions.contains(routine)))
                .toList();
        return new Written(attributes, Comments.without(mapped.withObjects(rest), comments));
    }

    /** One after another, as they are numbered: what is behind a gap could not get its number again. */
    private Table left(Table table) {
        List<Trigger> triggers = new ArrayList<>(table.triggers());
        if (names.model(table.name()).isEmpty()) {
            return table;
        }
        Optional<Found> found = find(table, 1);
        for (int number = 1; found.isPresent(); number++) {
            Found made = found.get();
            triggers.remove(made.trigger);
            functions.add(made.function);
            ObjectName name = ObjectName.part(ObjectName.Kind.TRIGGER, table.name(), made.trigger.name());
            comments.add(name);
            attributes.add(new Written.Attribute(
                    table.name(), Optional.empty(), text(table, made.notification), Comments.on(schema, name)));
            found = find(table, number + 1);
        }
        return table.withTriggers(triggers);
    }

    private record Found(Notification notification, Trigger trigger, Routine function) {}

    private Optional<Found> find(Table table, int number) {
        Notification named =
                new Notification(table, number, "", NotifyAttribute.EVENTS, Optional.empty(), table.span());
        Optional<Trigger> trigger = table.triggers().stream()
                .filter(candidate -> candidate.name().equals(named.triggerName()))
                .findFirst();
        Optional<Routine> function = schema.routines().stream()
                .filter(candidate -> candidate.name().equals(named.functionName())
                        && candidate.parameters().isEmpty())
                .findFirst();
        return trigger.flatMap(calls -> function.flatMap(
                sends -> read(table, number, calls, sends).map(notification -> new Found(notification, calls, sends))));
    }

    private Optional<Notification> read(Table table, int number, Trigger trigger, Routine function) {
        Matcher channel = CHANNEL.matcher(function.body());
        if (!channel.find()) {
            return Optional.empty();
        }
        Matcher payload = PAYLOAD.matcher(function.body());
        Notification read = new Notification(
                table,
                number,
                unquote(channel.group(1)),
                trigger.events().stream().sorted().toList(),
                payload.find() ? Optional.of(SqlText.of(payload.group(1))) : Optional.empty(),
                trigger.span());
        Routine made = read.function();
        boolean same = made.body().equals(function.body())
                && made.returns().equals(function.returns())
                && made.language().equals(function.language())
                && made.settings().equals(function.settings())
                && made.securityDefiner() == function.securityDefiner()
                && made.volatility() == function.volatility()
                && function.comment().isEmpty();
        Trigger sorted = read.trigger();
        boolean sameTrigger = withEvents(trigger, sorted.events()).equals(sorted);
        return same && sameTrigger && !Notification.keyColumns(table).isEmpty() ? Optional.of(read) : Optional.empty();
    }

    private static Trigger withEvents(Trigger trigger, List<Trigger.Event> events) {
        return new Trigger(
                trigger.name(),
                trigger.timing(),
                events,
                trigger.updateOf(),
                trigger.forEachRow(),
                trigger.when(),
                trigger.function(),
                trigger.arguments(),
                trigger.constraint(),
                trigger.from(),
                trigger.deferral(),
                trigger.oldTable(),
                trigger.newTable(),
                trigger.enabled(),
                trigger.span());
    }

    private static String unquote(String literal) {
        boolean escapes = literal.startsWith("E");
        String text = literal.substring(escapes ? 2 : 1, literal.length() - 1).replace("''", "'");
        return escapes ? text.replace("\\\\", "\\") : text;
    }

    private String text(Table table, Notification notification) {
        AttributeText text = new AttributeText(NotifyAttribute.NAME);
        if (!notification.channel().equals(table.name().name())) {
            text.add(names.name(notification.channel()));
        }
        if (!notification.events().equals(NotifyAttribute.EVENTS)) {
            text.addList(NotifyAttribute.ON, NotifyAttribute.words(notification.events()));
        }
        return text.add(
                        NotifyAttribute.PAYLOAD,
                        notification.payload().map(SqlText::render).map(names::sql))
                .toString();
    }
}
