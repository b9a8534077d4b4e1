@NullMarked
package io.schedulec.rate;

import org.jspecify.annotations.NullMarked;
