@NullMarked
package example.architecture.spring;

import org.jspecify.annotations.NullMarked;
