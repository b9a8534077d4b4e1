@NullMarked
package io.schedulec.source;

import org.jspecify.annotations.NullMarked;
