package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.grammar.PgormParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Turns the small parts of a declaration into values: names, types, attributes, arguments. */
final class BuildValues {

    private final SourceText source;
    private final Report report;

    BuildValues(SourceText source, Report report) {
        this.source = source;
        this.report = report;
    }

    Name name(PgormParser.WordContext word) {
        return new Name(word.getText(), span(word));
    }

    Name name(PgormParser.DottedNameContext dotted) {
        String text = dotted.word().stream().map(ParserRuleContext::getText).collect(Collectors.joining("."));
        return new Name(text, span(dotted));
    }

    Declaration.TypeUse type(PgormParser.TypeContext type) {
        int lists = 0;
        int marks = 0;
        boolean optionalElements = false;
        for (PgormParser.SuffixContext suffix : type.suffix()) {
            if (suffix.QUESTION() != null) {
                marks++;
            } else {
                lists++;
                optionalElements |= marks > 0;
            }
        }
        return new Declaration.TypeUse(
                name(type.word()), arguments(type.arguments()), lists, marks, optionalElements, span(type));
    }

    Attribute attribute(PgormParser.AttributeContext attribute) {
        return new Attribute(
                false,
                name(attribute.dottedName()),
                arguments(attribute.arguments()),
                Optional.empty(),
                span(attribute));
    }

    Attribute attribute(PgormParser.BlockAttributeContext attribute, Optional<String> documentation) {
        return new Attribute(
                true, name(attribute.dottedName()), arguments(attribute.arguments()), documentation, span(attribute));
    }

    private List<Argument> arguments(PgormParser.@Nullable ArgumentsContext arguments) {
        return arguments == null
                ? List.of()
                : arguments.argument().stream().map(this::argument).toList();
    }

    private Argument argument(PgormParser.ArgumentContext argument) {
        Optional<Name> label = Optional.ofNullable(argument.dottedName()).map(this::name);
        return new Argument(label, value(argument.value()));
    }

    Value value(PgormParser.ValueContext value) {
        if (value.STRING() != null) {
            return string(value.STRING(), false);
        }
        if (value.TEXT_BLOCK() != null) {
            return string(value.TEXT_BLOCK(), true);
        }
        if (value.call() != null) {
            Name name = name(value.call().dottedName());
            return value.call().arguments() == null
                    ? new Value.Word(name)
                    : new Value.Call(name, arguments(value.call().arguments()), span(value));
        }
        if (value.list() != null) {
            return items(value.list());
        }
        if (value.braces() != null) {
            return new Value.Entries(
                    value.braces().entry().stream()
                            .map(entry -> new Value.Entry(name(entry.word()), value(entry.value())))
                            .toList(),
                    span(value));
        }
        return new Value.Number(value.NUMBER().getText(), span(value));
    }

    Value.Items items(PgormParser.ListContext list) {
        return new Value.Items(list.value().stream().map(this::value).toList(), span(list));
    }

    StringValue text(PgormParser.TextContext text) {
        return text.STRING() != null ? string(text.STRING(), false) : string(text.TEXT_BLOCK(), true);
    }

    StringValue string(TerminalNode node, boolean block) {
        return ReadString.read(node.getSymbol(), block, source, report);
    }

    private SourceSpan span(ParserRuleContext context) {
        return source.span(context.getStart(), context.getStop());
    }
}
