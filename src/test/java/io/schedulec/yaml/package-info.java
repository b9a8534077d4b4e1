/** Tests of the YAML reader. */
@NullMarked
package io.schedulec.yaml;

import org.jspecify.annotations.NullMarked;
