/**
 * Row level security: {@code @@rls(...)} in a schema.
 *
 * <pre>
 * model Note {
 *   id       Int     &#64;id
 *   ownerId  BigInt
 *
 *   &#64;&#64;rls(using: "{ownerId} = auth.uid()")
 *   &#64;&#64;rls(using: "true", for: select, to: auditor)
 * }
 * </pre>
 */
@NullMarked
package io.pgorm.features.rls;

import org.jspecify.annotations.NullMarked;
