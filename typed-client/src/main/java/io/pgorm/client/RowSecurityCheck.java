package io.pgorm.client;

/** What happens at the start where the login role, or a role that sessions may take on, does not obey row security. */
public enum RowSecurityCheck {
    /** Nothing is looked at. */
    OFF,
    /** It is logged. */
    WARN,
    /** The client does not open. */
    REFUSE
}
