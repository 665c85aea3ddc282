package io.pgorm.sdl;

import io.pgorm.ir.Comment;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.Grant;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.Rename;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of objects from outside, one line for each. */
final class PrintSatellites {

    private PrintSatellites() {}

    static Optional<String> line(SchemaObject object) {
        return Optional.ofNullable(
                switch (object) {
                    case Ownership(ObjectName of, String owner, var span) -> "owner of " + name(of) + " is " + owner;
                    case Grant grant ->
                        (grant.revoke() ? "revoke " : "grant ") + grant.privileges()
                                + (grant.columns().isEmpty() ? "" : " of " + grant.columns()) + " on "
                                + name(grant.on()) + (grant.revoke() ? " from " : " to ") + grant.grantee()
                                + (grant.grantable() ? " grantable" : "");
                    case DefaultPrivilege given ->
                        "by default " + (given.revoke() ? "revoke " : "grant ") + given.privileges() + " on "
                                + given.objects()
                                + given.schema().map(name -> " in " + name).orElse("")
                                + given.creator()
                                        .map(name -> " made by " + name)
                                        .orElse("")
                                + (given.revoke() ? " from " : " to ") + given.grantee()
                                + (given.grantable() ? " grantable" : "");
                    case Rename(ObjectName to, String from, var span) -> "rename " + from + " to " + name(to);
                    case Comment(ObjectName on, String text, var span) ->
                        "comment on " + name(on) + "  /// " + text.replace("\n", "\\n");
                    default -> null;
                });
    }

    private static String name(ObjectName name) {
        return name.kind() + " "
                + (name.name().schema().isEmpty()
                        ? name.name().name()
                        : name.name().sql())
                + name.part().map(part -> "." + part).orElse("")
                + (name.argumentTypes().isEmpty() ? "" : name.argumentTypes());
    }

    static String options(SequenceOptions options) {
        List<String> said = new ArrayList<>();
        options.type().ifPresent(type -> said.add("as " + type));
        options.start().ifPresent(number -> said.add("start " + number));
        options.increment().ifPresent(number -> said.add("by " + number));
        options.minimum().ifPresent(number -> said.add("min " + number));
        options.maximum().ifPresent(number -> said.add("max " + number));
        options.cache().ifPresent(number -> said.add("cache " + number));
        if (options.cycle()) {
            said.add("cycle");
        }
        return said.toString();
    }
}
