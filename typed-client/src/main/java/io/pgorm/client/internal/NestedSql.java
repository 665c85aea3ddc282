package io.pgorm.client.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A step of a nested write as a statement. Its text depends on what kind of step it is and which columns it has, not on
 * values, so that it is put together once; but where it holds an expression of the caller's.
 */
final class NestedSql {

    /** Trees of very many forms would fill the memory; an application writes a few. */
    private static final int MOST_TEXTS = 10_000;

    private static final Map<NestedForm, String> TEXTS = new ConcurrentHashMap<>();

    private NestedSql() {}

    /**
     * The statement. Tells the steps before it what it wants of their rows, so that a tree is rendered from its last step
     * to its first.
     */
    static Rendered render(NestedStep step) {
        NestedForm form = NestedForm.of(step);
        return new Rendered(text(step, form), NestedValues.of(step));
    }

    private static String text(NestedStep step, NestedForm form) {
        if (step.hasExpression()) {
            return new NestedText(step).sql();
        }
        String text = TEXTS.get(form);
        if (text == null) {
            text = new NestedText(step).sql();
            if (TEXTS.size() < MOST_TEXTS) {
                TEXTS.put(form, text);
            }
        }
        return text;
    }
}
