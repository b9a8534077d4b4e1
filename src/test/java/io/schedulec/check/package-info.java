@NullMarked
package io.schedulec.check;

import org.jspecify.annotations.NullMarked;
