package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.spi.ArgumentValue;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads arguments that name another declaration, or something that is in the database only. */
final class ReadNamed {

    private final Scope scope;

    ReadNamed(Scope scope) {
        this.scope = scope;
    }

    Optional<ArgumentValue> model(Arguments arguments, String parameter, Value value) {
        return find(arguments, parameter, value, scope.relations())
                .flatMap(scope::relation)
                .map(model -> new ArgumentValue.Named(model.table()));
    }

    /** A model that is no view. */
    Optional<ModelScope> modelScope(Arguments arguments, String parameter, Value value) {
        return find(arguments, parameter, value, List.copyOf(scope.models.keySet()))
                .map(scope.models::get);
    }

    private Optional<String> find(Arguments arguments, String parameter, Value value, List<String> known) {
        if (!(value instanceof Value.Word(Name word))) {
            arguments.wrong(value, parameter, "the name of a model");
            return Optional.empty();
        }
        if (!known.contains(word.text())) {
            scope.report.error(
                    Codes.UNKNOWN_REFERENCE,
                    word.span(),
                    "there is no model " + word,
                    Suggest.didYouMean(word.text(), known, Optional.empty()));
            return Optional.empty();
        }
        return Optional.of(word.text());
    }

    /** A function by its word, or one that the schema does not declare in a string, with its schema if it has one. */
    Optional<ArgumentValue> routine(Arguments arguments, String parameter, Value value) {
        if (value instanceof StringValue string) {
            Name name = new Name(string.text(), string.span());
            return Optional.of(name)
                    .filter(arguments::isDatabaseName)
                    .map(Arguments::qualified)
                    .map(ArgumentValue.Named::new);
        }
        if (!(value instanceof Value.Word(Name word))) {
            arguments.wrong(value, parameter, "the name of a function");
            return Optional.empty();
        }
        QualifiedName routine = scope.routines.get(word.text());
        if (routine == null) {
            scope.report.error(
                    Codes.UNKNOWN_REFERENCE,
                    word.span(),
                    "there is no function " + word,
                    Suggest.didYouMean(
                            word.text(),
                            scope.routines.keySet(),
                            Optional.of("declare it, or write the name of one that the database has in a string: \""
                                    + word + "\"")));
            return Optional.empty();
        }
        return Optional.of(new ArgumentValue.Named(routine));
    }

    Optional<ArgumentValue> roles(Arguments arguments, String parameter, Value value) {
        List<String> roles = new ArrayList<>();
        boolean sound = true;
        for (Value item : Arguments.items(value)) {
            Optional<Name> name = arguments.databaseName(item, parameter);
            sound &= name.isPresent();
            name.map(scope::role).ifPresent(roles::add);
        }
        return sound ? Optional.of(new ArgumentValue.Words(roles)) : Optional.empty();
    }
}
