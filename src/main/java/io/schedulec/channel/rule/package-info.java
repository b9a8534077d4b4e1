/**
 * What each family of operators does to channels.
 *
 * <p>A rule states facts to {@link io.schedulec.channel.rule.Links} and knows nothing of other
 * rules, of groups, or of how they are found.
 */
@NullMarked
package io.schedulec.channel.rule;

import org.jspecify.annotations.NullMarked;
