@NullMarked
package example.architecture.cycle.one;

import org.jspecify.annotations.NullMarked;
