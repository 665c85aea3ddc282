package io.pgorm.sdl.internal.syntax;

import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.grammar.PgormLexer;
import io.pgorm.sdl.internal.grammar.PgormParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the parser read into declarations. Of a line or a declaration with an error it keeps the part before it,
 * so that one mistake does not make the rest of the schema look wrong.
 */
final class BuildTree {

    private final SourceText source;
    private final CommonTokenStream tokens;
    private final Report report;
    private final BuildValues values;

    BuildTree(SourceText source, CommonTokenStream tokens, Report report) {
        this.source = source;
        this.tokens = tokens;
        this.report = report;
        this.values = new BuildValues(source, report);
    }

    List<Declaration> declarations(PgormParser.SchemaContext schema) {
        List<Declaration> built = new ArrayList<>();
        for (PgormParser.DeclarationContext declaration : schema.declaration()) {
            if (declaration.model() != null) {
                model(declaration.model()).ifPresent(built::add);
            } else if (declaration.enumeration() != null) {
                enumeration(declaration.enumeration()).ifPresent(built::add);
            } else if (declaration.session() != null) {
                built.add(session(declaration.session()));
            } else if (declaration.extension() != null) {
                extension(declaration.extension()).ifPresent(built::add);
            } else if (declaration.notYet() != null) {
                refuseNotYet(declaration.notYet());
            }
        }
        return built;
    }

    private Optional<Declaration> model(PgormParser.ModelContext model) {
        if (!isRead(model.word())) {
            return Optional.empty();
        }
        boolean complete =
                model.exception == null && model.member().stream().allMatch(member -> member.exception == null);
        boolean namesKnown = model.exception == null
                && model.member().stream()
                        .allMatch(member -> member.exception == null
                                || member.blockAttribute() != null
                                || member.field() != null
                                        && isRead(member.field().word()));
        return Optional.of(new Declaration.Model(
                values.name(model.word()),
                fields(model.member()),
                memberAttributes(model.member()),
                documentation(model),
                complete,
                namesKnown));
    }

    private Optional<Declaration> enumeration(PgormParser.EnumerationContext enumeration) {
        if (!isRead(enumeration.word())) {
            return Optional.empty();
        }
        List<Declaration.EnumValue> built = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        boolean complete = enumeration.exception == null;
        for (PgormParser.EnumMemberContext member : enumeration.enumMember()) {
            complete &= member.exception == null;
            PgormParser.EnumValueContext value = member.enumValue();
            if (value != null && isRead(value.word())) {
                built.add(new Declaration.EnumValue(
                        values.name(value.word()), attributes(value.attribute()), documentation(value)));
            } else if (isRead(member.blockAttribute())) {
                attributes.add(values.attribute(member.blockAttribute()));
            }
        }
        return Optional.of(new Declaration.Enumeration(
                values.name(enumeration.word()), built, attributes, documentation(enumeration), complete));
    }

    private Declaration session(PgormParser.SessionContext session) {
        boolean external = false;
        if (isRead(session.word())) {
            Name word = values.name(session.word());
            external = word.text().equals("external");
            if (!external) {
                report.error(
                        Codes.UNEXPECTED,
                        word.span(),
                        "unexpected `" + word.text() + "` after session",
                        "write `session { ... }`, or `session external { ... }` where the database brings its own"
                                + " schema auth");
            }
        }
        boolean complete =
                session.exception == null && session.member().stream().allMatch(member -> member.exception == null);
        return new Declaration.Session(
                source.span(session.getStart()),
                external,
                fields(session.member()),
                memberAttributes(session.member()),
                complete);
    }

    private Optional<Declaration> extension(PgormParser.ExtensionContext extension) {
        if (extension.STRING() != null) {
            StringValue name = ReadString.read(extension.STRING().getSymbol(), false, source, report);
            return Optional.of(new Declaration.Extension(new Name(name.text(), name.span())));
        }
        return isRead(extension.word())
                ? Optional.of(new Declaration.Extension(values.name(extension.word())))
                : Optional.empty();
    }

    private void refuseNotYet(PgormParser.NotYetContext notYet) {
        Token first = notYet.getStart();
        String word = first.getType() == PgormLexer.MATERIALIZED ? "materialized view" : first.getText();
        report.error(
                Codes.NOT_SUPPORTED_YET,
                source.span(first),
                word + " is not supported yet",
                "declare models, enums, extensions and the session here, and the rest in a migration of your own");
    }

    private List<Declaration.Field> fields(List<PgormParser.MemberContext> members) {
        List<Declaration.Field> built = new ArrayList<>();
        for (PgormParser.MemberContext member : members) {
            PgormParser.FieldContext field = member.field();
            if (field != null && isRead(field.word())) {
                Name name = values.name(field.word());
                built.add(new Declaration.Field(
                        name,
                        isRead(field.type()) ? values.type(field.type()) : Declaration.TypeUse.unread(name.span()),
                        attributes(field.attribute()),
                        documentation(field),
                        source.span(field.getStart(), stop(field))));
            }
        }
        return built;
    }

    private List<Attribute> memberAttributes(List<PgormParser.MemberContext> members) {
        return members.stream()
                .map(PgormParser.MemberContext::blockAttribute)
                .filter(BuildTree::isRead)
                .map(values::attribute)
                .toList();
    }

    private List<Attribute> attributes(List<PgormParser.AttributeContext> attributes) {
        return attributes.stream()
                .filter(BuildTree::isRead)
                .map(values::attribute)
                .toList();
    }

    /** Lines of {@code ///} right before a declaration, or one that stands behind it on its line. */
    private Optional<String> documentation(ParserRuleContext context) {
        List<String> lines = new ArrayList<>();
        int start = context.getStart().getTokenIndex();
        for (int i = start - 1; i >= 0 && tokens.get(i).getType() == PgormLexer.DOCUMENTATION; i--) {
            Token token = tokens.get(i);
            if (i > 0 && tokens.get(i - 1).getLine() == token.getLine()) {
                break;
            }
            lines.addFirst(documentationText(token));
        }
        Token stop = stop(context);
        int next = stop.getTokenIndex() + 1;
        boolean trails =
                !(context instanceof PgormParser.ModelContext || context instanceof PgormParser.EnumerationContext)
                        && next < tokens.size()
                        && tokens.get(next).getType() == PgormLexer.DOCUMENTATION
                        && tokens.get(next).getLine() == stop.getLine();
        if (trails) {
            lines.add(documentationText(tokens.get(next)));
        }
        String text = String.join("\n", lines).strip();
        if (text.indexOf('\0') >= 0) {
            report.error(
                    Codes.UNSTORABLE_TEXT,
                    source.span(context.getStart()),
                    "the documentation holds the character NUL, which PostgreSQL cannot store");
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private String documentationText(Token token) {
        String text = source.text().substring(source.start(token) + 3, source.end(token));
        return (text.startsWith(" ") ? text.substring(1) : text).stripTrailing();
    }

    private static Token stop(ParserRuleContext context) {
        Token stop = context.getStop();
        return stop == null ? context.getStart() : stop;
    }

    /** Whether the parser came to the end of it. */
    private static boolean isRead(@Nullable ParserRuleContext context) {
        return context != null && context.exception == null && context.getStop() != null;
    }
}
