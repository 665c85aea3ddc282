package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;

/** A value in an argument. */
public sealed interface Value permits Value.Number, Value.Word, Value.Call, Value.Items, Value.Entries, StringValue {

    SourceSpan span();

    /** What kind of value it is, for a message: {@code a number}. */
    String kind();

    record Number(String text, SourceSpan span) implements Value {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** A bare word, or several joined by dots. */
    record Word(Name name) implements Value {
        @Override
        public SourceSpan span() {
            return name.span();
        }

        @Override
        public String kind() {
            return "a word";
        }
    }

    record Call(Name name, List<Argument> arguments, SourceSpan span) implements Value {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String kind() {
            return "a call";
        }
    }

    /** {@code [a, b]}. */
    record Items(List<Value> values, SourceSpan span) implements Value {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** <code>{ a: 1, b: 2 }</code>. */
    record Entries(List<Entry> entries, SourceSpan span) implements Value {
        public Entries {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a group in braces";
        }
    }

    record Entry(Name name, Value value) {}
}
