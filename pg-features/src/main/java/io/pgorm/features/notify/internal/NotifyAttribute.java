package io.pgorm.features.notify.internal;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Trigger.Event;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeType.Kind;
import io.pgorm.ir.spi.AttributeType.Parameter;
import io.pgorm.ir.spi.AttributeUse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The attribute {@code @@notify} and how it is read. Stateless. */
public final class NotifyAttribute {

    public static final String NAME = "notify";

    static final String CHANNEL = "channel";
    static final String ON = "on";
    static final String PAYLOAD = "payload";

    static final List<Event> EVENTS = List.of(Event.INSERT, Event.UPDATE, Event.DELETE);

    public static final AttributeType TYPE = new AttributeType(
            NAME,
            AttributeType.Target.MODEL,
            true,
            List.of(
                    Parameter.optional(CHANNEL, Kind.NAME),
                    new Parameter(ON, Kind.WORDS, false, words(EVENTS)),
                    Parameter.optional(PAYLOAD, Kind.SQL)),
            "sends a message on a channel for each row that is written");

    private NotifyAttribute() {}

    static List<String> words(List<Event> events) {
        return events.stream()
                .map(event -> event.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The name of the table where nothing else is said. */
    static String channel(QualifiedName table, AttributeUse use) {
        return use.text(CHANNEL).orElse(table.name());
    }

    /** All three where nothing else is said. */
    static List<Event> events(AttributeUse use) {
        List<Event> named = Arrays.stream(Event.values())
                .filter(event -> use.words(ON).contains(event.name().toLowerCase(Locale.ROOT)))
                .toList();
        return named.isEmpty() ? EVENTS : named;
    }
}
