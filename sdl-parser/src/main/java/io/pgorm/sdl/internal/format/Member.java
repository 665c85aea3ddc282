package io.pgorm.sdl.internal.format;

import io.pgorm.sdl.internal.grammar.PgormParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * A member of a block, by the places of its tokens: a field, a value of an enum, or an attribute of the block.
 *
 * @param from its first token
 * @param type the first token behind its name
 * @param attributes the first token behind its type
 * @param to the token behind it
 */
record Member(Kind kind, int from, int type, int attributes, int to) {

    enum Kind {
        FIELD,
        VALUE,
        ATTRIBUTE
    }

    /** The members of a declaration in their order. */
    static List<Member> of(ParserRuleContext declaration, Tokens tokens) {
        List<Member> members = new ArrayList<>();
        collect(declaration, tokens, members);
        return List.copyOf(members);
    }

    private static void collect(ParserRuleContext context, Tokens tokens, List<Member> members) {
        int from = tokens.place(context.getStart());
        int to = tokens.place(context.getStop()) + 1;
        switch (context) {
            case PgormParser.FieldContext field ->
                members.add(new Member(
                        Kind.FIELD,
                        from,
                        tokens.place(field.type().getStart()),
                        tokens.place(field.type().getStop()) + 1,
                        to));
            case PgormParser.EnumValueContext value ->
                members.add(new Member(Kind.VALUE, from, from + 1, from + 1, to));
            case PgormParser.BlockAttributeContext attribute ->
                members.add(new Member(Kind.ATTRIBUTE, from, to, to, to));
            default -> {
                for (ParseTree child : context.children) {
                    if (child instanceof ParserRuleContext part && part.getStop() != null) {
                        collect(part, tokens, members);
                    }
                }
            }
        }
    }
}
