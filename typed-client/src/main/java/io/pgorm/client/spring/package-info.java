/** For applications with Spring's transactions; needs spring-jdbc on the class path. */
@NullMarked
package io.pgorm.client.spring;

import org.jspecify.annotations.NullMarked;
