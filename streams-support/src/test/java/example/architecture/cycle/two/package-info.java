@NullMarked
package example.architecture.cycle.two;

import org.jspecify.annotations.NullMarked;
