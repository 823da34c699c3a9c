@org.jspecify.annotations.NullMarked
package io.huikuan.dunning;
