@NullMarked
package io.schedulec.verify;

import org.jspecify.annotations.NullMarked;
