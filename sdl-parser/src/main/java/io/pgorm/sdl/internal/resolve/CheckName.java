package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Refuses names that PostgreSQL or Java cannot have. Stateless. */
final class CheckName {

    /** Methods of Object without parameters: no component of a record may have their names. */
    private static final Set<String> NOT_FOR_COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private CheckName() {}

    /** Whether PostgreSQL takes the name that the author gave; if not, reports it. */
    static boolean database(String name, SourceSpan span, Report report) {
        if (name.isEmpty()) {
            report.error(Codes.BAD_DATABASE_NAME, span, "a name in the database cannot be empty");
            return false;
        }
        if (name.indexOf('\0') >= 0 || name.codePoints().anyMatch(CheckName::isHalfPair)) {
            return false;
        }
        int bytes = Identifiers.byteLength(name);
        if (bytes > Identifiers.MAX_BYTES) {
            report.error(
                    Codes.BAD_DATABASE_NAME,
                    span,
                    "the name has " + bytes + " bytes; PostgreSQL takes " + Identifiers.MAX_BYTES + " at most",
                    "give a shorter one");
            return false;
        }
        return true;
    }

    private static boolean isHalfPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** Reports a field name that cannot be a component of a Java record. */
    static void javaField(Name name, String what, String mapHelp, Report report) {
        String text = name.text();
        if (SourceVersion.isKeyword(text) || isUnderscores(text)) {
            report.error(
                    Codes.RESERVED_NAME,
                    name.span(),
                    text
                            + (isUnderscores(text)
                                    ? " says nothing as a name"
                                    : " is a word of Java, which no " + what + " can be named"),
                    mapHelp);
        } else if (NOT_FOR_COMPONENTS.contains(text)) {
            report.error(
                    Codes.RESERVED_NAME,
                    name.span(),
                    text + " is a method of every Java object, which no " + what + " can be named",
                    mapHelp);
        }
    }

    static boolean isUnderscores(String text) {
        return text.chars().allMatch(c -> c == '_');
    }
}
