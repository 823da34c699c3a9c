/** A layer. */
@org.jspecify.annotations.NullMarked
package sample.team.web;
