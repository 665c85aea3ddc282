package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Routine;
import io.pgorm.ir.Routine.Mode;
import io.pgorm.ir.Routine.Parameter;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.ReadSignature.Signature;
import io.pgorm.sdl.internal.syntax.Declaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the parameters of a function and its result go together, by the rules of PostgreSQL. */
final class CheckSignature {

    private final Scope scope;
    private final Declaration.Routine node;
    private final Signature signature;

    CheckSignature(Scope scope, Declaration.Routine node, Signature signature) {
        this.scope = scope;
        this.node = node;
        this.signature = signature;
    }

    void check(String language) {
        checkNames();
        checkDefaults();
        checkVariadic();
        if (node.procedure()) {
            checkProcedure();
        } else {
            checkResult(language);
        }
    }

    private void checkNames() {
        Map<String, Parameter> inputs = new HashMap<>();
        Map<String, Parameter> outputs = new HashMap<>();
        for (Parameter parameter : signature.parameters()) {
            if (parameter.name().isEmpty()) {
                continue;
            }
            String name = parameter.name().get();
            Parameter before = isInput(parameter) ? inputs.putIfAbsent(name, parameter) : null;
            if (isOutput(parameter)) {
                Parameter output = outputs.putIfAbsent(name, parameter);
                before = before == null ? output : before;
            }
            if (before != null && before != parameter) {
                refuse(parameter.span(), "there are two parameters " + name, "give one of them another name");
            }
        }
    }

    private static boolean isInput(Parameter parameter) {
        return parameter.mode() != Mode.OUT && parameter.mode() != Mode.TABLE;
    }

    private static boolean isOutput(Parameter parameter) {
        return parameter.mode() != Mode.IN && parameter.mode() != Mode.VARIADIC;
    }

    private void checkDefaults() {
        boolean seen = false;
        for (Parameter parameter : signature.parameters()) {
            if (parameter.defaultValue().isPresent() && !isInput(parameter)) {
                refuse(parameter.span(), "a parameter that only comes out has no default", "leave the default out");
            } else if (isInput(parameter) && parameter.mode() != Mode.VARIADIC) {
                if (seen && parameter.defaultValue().isEmpty()) {
                    refuse(
                            parameter.span(),
                            "a parameter behind one with a default needs a default too",
                            "give it one, or put it before");
                }
                seen |= parameter.defaultValue().isPresent();
            }
        }
    }

    private void checkVariadic() {
        boolean seen = false;
        for (Parameter parameter : signature.parameters()) {
            if (seen && isInput(parameter)) {
                refuse(parameter.span(), "nothing goes in behind a variadic parameter", "put the variadic one last");
            }
            if (parameter.mode() == Mode.VARIADIC) {
                seen = true;
                boolean list = parameter.type().endsWith("[]")
                        || Set.of("anyarray", "anycompatiblearray").contains(parameter.type())
                        || parameter.type().equals("\"any\"");
                if (!list) {
                    refuse(parameter.span(), "a variadic parameter is a list", "write its type with []");
                }
            }
        }
    }

    private void checkProcedure() {
        node.result()
                .ifPresent(result -> refuse(
                        result.span(),
                        "a procedure returns nothing",
                        "write a function, or `out` and `inout` parameters"));
    }

    private void checkResult(String language) {
        List<Parameter> outputs =
                signature.parameters().stream().filter(CheckSignature::isOutput).toList();
        boolean table = outputs.stream().anyMatch(output -> output.mode() == Mode.TABLE);
        if (node.result().isEmpty()) {
            if (outputs.isEmpty() && signature.sound()) {
                refuse(
                        node.span(),
                        "the function " + node.name() + " does not say what it returns",
                        "write `returns Type`, `returns void`, or `out` parameters");
            }
            return;
        }
        SourceSpan span = node.result().get().span();
        if (table && outputs.stream().anyMatch(output -> output.mode() != Mode.TABLE)) {
            refuse(span, "a function that returns a table has no out parameters beside", "leave out one of the two");
        }
        Optional<String> returns = signature.returns().map(CheckSignature::withoutSet);
        if (returns.isEmpty()) {
            return;
        }
        checkOutputs(outputs, returns.get(), span);
        checkPolymorphic(returns.get(), span);
        if (Set.of("trigger", "event_trigger").contains(returns.get())) {
            if (!signature.parameters().isEmpty()) {
                refuse(
                        signature.parameters().getFirst().span(),
                        "a function for triggers declares no parameters",
                        "it finds the arguments of its trigger in TG_ARGV");
            }
            if (language.equals("sql")) {
                refuse(span, "a function for triggers cannot be in language sql", "write it in plpgsql");
            }
        }
    }

    private static String withoutSet(String type) {
        return type.startsWith("SETOF ") ? type.substring("SETOF ".length()) : type;
    }

    private void checkOutputs(List<Parameter> outputs, String returns, SourceSpan span) {
        if (outputs.isEmpty() || !signature.sound()) {
            return;
        }
        String wanted = outputs.size() == 1 ? outputs.getFirst().type() : "record";
        if (!wanted.equals(returns)) {
            refuse(
                    span,
                    "the out parameters of " + node.name() + " say that it returns " + wanted + ", not " + returns,
                    "leave `returns` out, or write " + wanted);
        }
    }

    private void checkPolymorphic(String returns, SourceSpan span) {
        for (Set<String> family : List.of(PseudoTypes.POLYMORPHIC, PseudoTypes.COMPATIBLE)) {
            boolean known = signature.parameters().stream()
                    .filter(CheckSignature::isInput)
                    .map(Parameter::type)
                    .anyMatch(family::contains);
            if (family.contains(returns) && !known) {
                refuse(
                        span,
                        "what " + returns + " is follows from a parameter, and there is none of its kind",
                        "add a parameter of such a type, or return a type that is known");
            }
        }
    }

    private void refuse(SourceSpan span, String message, String help) {
        scope.report.error(Codes.BAD_SIGNATURE, span, message, help);
    }

    /** What tells functions of one name apart: the types of what goes in. */
    static List<String> identity(Routine routine) {
        return routine.parameters().stream()
                .filter(CheckSignature::isInput)
                .map(Parameter::type)
                .toList();
    }
}
