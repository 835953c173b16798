// One property, two levels down, does not fit.
interface Customer { name: string; address: { street: string; zip: string } }

export function customer() { return { name: "Ada", address: { street: "Main Street 1", zip: 10115 } }; }
export function label(customer: Customer): string { return `${customer.name}, ${customer.address.zip}`; }
