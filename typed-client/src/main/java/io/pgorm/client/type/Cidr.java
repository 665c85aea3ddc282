package io.pgorm.client.type;

import java.net.InetAddress;

/**
 * A {@code cidr} of PostgreSQL: a network. Immutable.
 *
 * @param network the first address of it
 * @param prefixLength how many bits of the address name the network
 */
public record Cidr(InetAddress network, int prefixLength) {

    /** @throws IllegalArgumentException if there are not as many bits in an address, or bits behind them are set */
    public Cidr {
        network = Addresses.plain(network, prefixLength);
        Addresses.requireNoHost(network, prefixLength);
    }

    /**
     * Reads {@code 10.0.0.0/8} and the same of IPv6. Asks no name server.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static Cidr parse(String text) {
        InetAddress address = Addresses.parse(text);
        return new Cidr(address, Addresses.prefixLength(text, address));
    }

    @Override
    public String toString() {
        return Addresses.text(network) + "/" + prefixLength;
    }
}
