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
    private final BuildRoutines routines;

    BuildTree(SourceText source, CommonTokenStream tokens, Report report) {
        this.source = source;
        this.tokens = tokens;
        this.report = report;
        this.values = new BuildValues(source, report);
        this.routines = new BuildRoutines(source, values, this);
    }

    List<Declaration> declarations(PgormParser.SchemaContext schema) {
        List<Declaration> built = new ArrayList<>();
        for (PgormParser.DeclarationContext declaration : schema.declaration()) {
            if (declaration.getChildCount() > 0 && declaration.getChild(0) instanceof ParserRuleContext kind) {
                declaration(kind).ifPresent(built::add);
            }
        }
        return built;
    }

    private Optional<? extends Declaration> declaration(ParserRuleContext declaration) {
        return switch (declaration) {
            case PgormParser.ModelContext model -> model(model);
            case PgormParser.EnumerationContext enumeration -> enumeration(enumeration);
            case PgormParser.SessionContext session -> Optional.of(session(session));
            case PgormParser.ExtensionContext extension -> extension(extension);
            case PgormParser.NamespaceContext namespace -> namespace(namespace);
            case PgormParser.RoleContext role -> role(role);
            case PgormParser.CompositeContext composite -> composite(composite);
            case PgormParser.DomainContext domain -> domain(domain);
            case PgormParser.SequenceContext sequence -> sequence(sequence);
            case PgormParser.ViewContext view -> view(view);
            case PgormParser.RoutineContext routine -> routines.routine(routine);
            case PgormParser.SqlBlockContext block -> routines.sql(block);
            default -> Optional.empty();
        };
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
                attributes.add(values.attribute(member.blockAttribute(), documentation(member.blockAttribute())));
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
        Optional<Name> name = extension.STRING() != null
                ? Optional.of(values.string(extension.STRING(), false))
                        .map(string -> new Name(string.text(), string.span()))
                : Optional.ofNullable(extension.word())
                        .filter(BuildTree::isRead)
                        .map(values::name);
        return name.map(
                read -> new Declaration.Extension(read, attributes(extension.attribute()), documentation(extension)));
    }

    private Optional<Declaration> namespace(PgormParser.NamespaceContext namespace) {
        return named(namespace.word())
                .map(name -> new Declaration.Namespace(
                        name,
                        fields(namespace.member()),
                        memberAttributes(namespace.member()),
                        documentation(namespace),
                        isWhole(namespace, namespace.member())));
    }

    private Optional<Declaration> role(PgormParser.RoleContext role) {
        return named(role.word())
                .map(name -> new Declaration.Role(
                        name, attributes(role.attribute()), documentation(role), isWhole(role, role.attribute())));
    }

    private Optional<Declaration> composite(PgormParser.CompositeContext composite) {
        return named(composite.word())
                .map(name -> new Declaration.Composite(
                        name,
                        fields(composite.member()),
                        memberAttributes(composite.member()),
                        documentation(composite),
                        isWhole(composite, composite.member())));
    }

    private Optional<Declaration> domain(PgormParser.DomainContext domain) {
        return named(domain.word())
                .map(name -> new Declaration.Domain(
                        name,
                        isRead(domain.type()) ? values.type(domain.type()) : Declaration.TypeUse.unread(name.span()),
                        attributes(domain.attribute()),
                        documentation(domain),
                        isWhole(domain, domain.attribute())));
    }

    private Optional<Declaration> sequence(PgormParser.SequenceContext sequence) {
        return named(sequence.word())
                .map(name -> new Declaration.Sequence(
                        name,
                        attributes(sequence.attribute()),
                        documentation(sequence),
                        isWhole(sequence, sequence.attribute())));
    }

    private Optional<Declaration> view(PgormParser.ViewContext view) {
        return named(view.word())
                .map(name -> new Declaration.View(
                        name,
                        view.MATERIALIZED() != null,
                        fields(view.member()),
                        memberAttributes(view.member()),
                        Optional.ofNullable(view.text())
                                .filter(BuildTree::isRead)
                                .map(values::text),
                        documentation(view),
                        isWhole(view, view.member())));
    }

    private Optional<Name> named(PgormParser.@Nullable WordContext word) {
        return Optional.ofNullable(word).filter(BuildTree::isRead).map(values::name);
    }

    private static boolean isWhole(ParserRuleContext declaration, List<? extends ParserRuleContext> parts) {
        return declaration.exception == null && parts.stream().allMatch(part -> part.exception == null);
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
                .map(attribute -> values.attribute(attribute, documentation(attribute)))
                .toList();
    }

    List<Attribute> attributes(List<PgormParser.AttributeContext> attributes) {
        return attributes.stream()
                .filter(BuildTree::isRead)
                .map(values::attribute)
                .toList();
    }

    /**
     * Lines of {@code ///} right before a declaration, or one that stands behind it on its line. They are a comment in the
     * database, and kept to the letter: only the first blank of a line belongs to the slashes.
     */
    Optional<String> documentation(ParserRuleContext context) {
        List<String> lines = new ArrayList<>();
        int start = context.getStart().getTokenIndex();
        for (int i = start - 1; i >= 0 && tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL; i--) {
            Token token = tokens.get(i);
            if (token.getType() == PgormLexer.COMMENT) {
                continue;
            }
            if (i > 0 && endLine(tokens.get(i - 1)) == token.getLine()) {
                break;
            }
            lines.addFirst(documentationText(token));
        }
        Token stop = stop(context);
        int next = stop.getTokenIndex() + 1;
        boolean trails = stop.getType() != PgormLexer.RBRACE
                && next < tokens.size()
                && tokens.get(next).getType() == PgormLexer.DOCUMENTATION
                && tokens.get(next).getLine() == endLine(stop);
        if (trails) {
            lines.add(documentationText(tokens.get(next)));
        }
        String text = String.join("\n", lines);
        if (text.indexOf('\0') >= 0) {
            report.error(
                    Codes.UNSTORABLE_TEXT,
                    source.span(context.getStart()),
                    "the documentation holds the character NUL, which PostgreSQL cannot store");
            return Optional.empty();
        }
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    /** A text block ends lines below where it begins. */
    private int endLine(Token token) {
        return source.span(token).endLine();
    }

    private String documentationText(Token token) {
        String text = source.text().substring(source.start(token) + 3, source.end(token));
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    private static Token stop(ParserRuleContext context) {
        Token stop = context.getStop();
        return stop == null ? context.getStart() : stop;
    }

    /** Whether the parser came to the end of it. */
    static boolean isRead(@Nullable ParserRuleContext context) {
        return context != null && context.exception == null && context.getStop() != null;
    }
}
