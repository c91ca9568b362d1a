//! The attributes of tokio. They leave what they stand on as it is: the playground runs an `async fn main` itself.

pub struct TokenStream;

#[proc_macro_attribute]
pub fn main(args: TokenStream, item: TokenStream) -> TokenStream {
    loop {}
}

#[proc_macro_attribute]
pub fn test(args: TokenStream, item: TokenStream) -> TokenStream {
    loop {}
}
