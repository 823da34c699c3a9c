package io.huikuan.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The examples of the API's description, which are made of the examples of their fields, go without this field: in a request it would
 * contradict another one, in an answer it is there in other states only.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NotInExample {}
