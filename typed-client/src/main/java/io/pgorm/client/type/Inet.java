package io.pgorm.client.type;

import java.net.InetAddress;

/**
 * An {@code inet} of PostgreSQL: an address, and how many bits of it name the network. Immutable.
 *
 * @param address the bytes of the address alone: a host name and a scope are left out
 * @param prefixLength 32 or 128 for one host
 */
public record Inet(InetAddress address, int prefixLength) {

    /** @throws IllegalArgumentException if there are not as many bits in an address */
    public Inet {
        address = Addresses.plain(address, prefixLength);
    }

    /** One host. */
    public static Inet of(InetAddress address) {
        return new Inet(address, Addresses.bits(address));
    }

    /**
     * Reads {@code 10.0.0.1}, {@code 10.0.0.1/8} and the same of IPv6. Asks no name server.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static Inet parse(String text) {
        InetAddress address = Addresses.parse(text);
        return new Inet(address, Addresses.prefixLength(text, address));
    }

    /** The address, and the length of the prefix where it is not one host, as PostgreSQL writes it. */
    @Override
    public String toString() {
        String text = Addresses.text(address);
        return prefixLength == Addresses.bits(address) ? text : text + "/" + prefixLength;
    }
}
