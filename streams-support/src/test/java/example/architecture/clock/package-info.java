@NullMarked
package example.architecture.clock;

import org.jspecify.annotations.NullMarked;
