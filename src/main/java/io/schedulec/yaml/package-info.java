/**
 * YAML as immutable records with exact places in the source.
 *
 * <p>The only package that knows SnakeYAML. Scalars are resolved by the rules of YAML 1.1, as the
 * loader of the original trainer does.
 */
@NullMarked
package io.schedulec.yaml;

import org.jspecify.annotations.NullMarked;
