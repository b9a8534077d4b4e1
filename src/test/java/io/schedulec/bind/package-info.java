@NullMarked
package io.schedulec.bind;

import org.jspecify.annotations.NullMarked;
