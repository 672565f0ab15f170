@NullMarked
package example.architecture.output;

import org.jspecify.annotations.NullMarked;
