/**
 * Triggers: {@code @@trigger(...)} in a schema, on models and views.
 *
 * <pre>
 * function touch() returns trigger language plpgsql """ BEGIN NEW.updated_at := now(); RETURN NEW; END """
 *
 * model Note {
 *   id         Int          &#64;id
 *   updatedAt  Timestamptz  &#64;default(now())
 *
 *   &#64;&#64;trigger(touch, when: before, on: update, call: touch)
 * }
 * </pre>
 */
@NullMarked
package io.pgorm.features.trigger;

import org.jspecify.annotations.NullMarked;
