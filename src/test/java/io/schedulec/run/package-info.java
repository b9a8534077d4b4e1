@NullMarked
package io.schedulec.run;

import org.jspecify.annotations.NullMarked;
