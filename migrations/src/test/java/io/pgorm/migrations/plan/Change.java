package io.pgorm.migrations.plan;

import io.pgorm.ddl.plan.Hazard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A kind of change and what may hurt in it.
 *
 * @param name for people
 * @param offline the hazards of the plain plan
 * @param online those of the plan that lets reads and writes go on
 * @param before the SQL of the state before
 * @param after the SQL of the state after
 */
record Change(String name, Set<Hazard> offline, Set<Hazard> online, String before, String after) {

    static List<Change> all() throws IOException {
        try (InputStream text = Objects.requireNonNull(Change.class.getResourceAsStream("/hazards/changes.txt"))) {
            List<Change> all = new ArrayList<>();
            String[] parts = new String(text.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^== ");
            for (int i = 1; i < parts.length; i++) {
                all.add(read(parts[i]));
            }
            return all;
        }
    }

    private static Change read(String text) {
        int before = text.indexOf("-- before\n");
        int after = text.indexOf("-- after\n");
        List<String> head = text.substring(0, before).lines().toList();
        Set<Hazard> offline = hazards(head.get(1), "offline:");
        return new Change(
                head.getFirst(),
                offline,
                head.size() > 2 ? hazards(head.get(2), "online:") : offline,
                text.substring(before, after),
                text.substring(after));
    }

    private static Set<Hazard> hazards(String line, String head) {
        if (!line.startsWith(head)) {
            throw new IllegalArgumentException(line);
        }
        Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
        for (String name : line.substring(head.length()).strip().split(" +")) {
            if (!name.isEmpty()) {
                hazards.add(Hazard.valueOf(name));
            }
        }
        return hazards;
    }
}
