package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.internal.grammar.PgormParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns what holds SQL of some length into declarations: functions, procedures and {@code sql} blocks. */
final class BuildRoutines {

    private final SourceText source;
    private final BuildValues values;
    private final BuildTree tree;

    BuildRoutines(SourceText source, BuildValues values, BuildTree tree) {
        this.source = source;
        this.values = values;
        this.tree = tree;
    }

    Optional<Declaration> routine(PgormParser.RoutineContext routine) {
        if (!BuildTree.isRead(routine.word())) {
            return Optional.empty();
        }
        boolean signatureRead = BuildTree.isRead(routine.parameters())
                && (routine.result() == null || BuildTree.isRead(routine.result()));
        boolean complete = routine.exception == null
                && signatureRead
                && routine.attribute().stream().allMatch(BuildTree::isRead);
        return Optional.of(new Declaration.Routine(
                values.name(routine.word()),
                routine.PROCEDURE() != null,
                signatureRead ? parameters(routine.parameters()) : List.of(),
                signatureRead && routine.result() != null ? Optional.of(result(routine.result())) : Optional.empty(),
                routine.option().stream()
                        .filter(BuildTree::isRead)
                        .map(this::option)
                        .toList(),
                BuildTree.isRead(routine.text()) ? Optional.of(values.text(routine.text())) : Optional.empty(),
                tree.attributes(routine.attribute()),
                tree.documentation(routine),
                complete));
    }

    private List<Declaration.Parameter> parameters(PgormParser.@Nullable ParametersContext parameters) {
        return parameters == null
                ? List.of()
                : parameters.parameter().stream().map(this::parameter).toList();
    }

    private Declaration.Parameter parameter(PgormParser.ParameterContext parameter) {
        return new Declaration.Parameter(
                parameter.parameterWord().stream().map(this::word).toList(),
                values.type(parameter.type()),
                Optional.ofNullable(parameter.value()).map(values::value),
                source.span(parameter.getStart(), parameter.getStop()));
    }

    private Name word(PgormParser.ParameterWordContext word) {
        if (word.STRING() == null) {
            return values.name(word.word());
        }
        StringValue string = values.string(word.STRING(), false);
        return new Name(string.text(), string.span());
    }

    private Declaration.Result result(PgormParser.ResultContext result) {
        SourceSpan span = source.span(result.getStart(), result.getStop());
        return result.TABLE() != null
                ? new Declaration.ReturnsTable(parameters(result.parameters()), span)
                : new Declaration.Returns(result.SETOF() != null, values.type(result.type()), span);
    }

    private Declaration.Option option(PgormParser.OptionContext option) {
        boolean number = option.NUMBER() != null;
        Optional<StringValue> operand = Optional.ofNullable(option.OPERAND())
                .map(string -> values.string(string, string.getText().startsWith("\"\"\"")));
        Token end = option.word().isEmpty()
                ? option.getStart()
                : option.word().getLast().getStop();
        return new Declaration.Option(new Name(text(option), source.span(option.getStart(), end)), number, operand);
    }

    private static String text(PgormParser.OptionContext option) {
        StringBuilder text = new StringBuilder(option.getStart().getText());
        option.word().forEach(word -> text.append('.').append(word.getText()));
        return text.toString();
    }

    Optional<Declaration> sql(PgormParser.SqlBlockContext block) {
        if (block.STRING() == null || !BuildTree.isRead(block.text(0))) {
            return Optional.empty();
        }
        return Optional.of(new Declaration.Sql(
                values.string(block.STRING(), false),
                block.sqlPlace().stream()
                        .filter(BuildTree::isRead)
                        .map(this::place)
                        .toList(),
                values.text(block.text(0)),
                Optional.ofNullable(block.text(1)).filter(BuildTree::isRead).map(values::text),
                tree.documentation(block)));
    }

    private Declaration.Place place(PgormParser.SqlPlaceContext place) {
        Name word = new Name(
                place.IDENTIFIER().getText(), source.span(place.IDENTIFIER().getSymbol()));
        return new Declaration.Place(
                word, place.list() != null ? values.items(place.list()) : new Value.Word(values.name(place.word())));
    }
}
