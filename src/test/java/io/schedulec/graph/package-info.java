@NullMarked
package io.schedulec.graph;

import org.jspecify.annotations.NullMarked;
