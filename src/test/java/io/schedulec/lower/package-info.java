@NullMarked
package io.schedulec.lower;

import org.jspecify.annotations.NullMarked;
