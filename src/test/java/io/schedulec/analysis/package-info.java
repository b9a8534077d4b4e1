@NullMarked
package io.schedulec.analysis;

import org.jspecify.annotations.NullMarked;
