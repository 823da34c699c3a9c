/** Teams and who is in them. */
@org.jspecify.annotations.NullMarked
package sample.team;
