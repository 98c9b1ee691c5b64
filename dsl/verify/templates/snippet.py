# pip install openai azure-identity
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from openai import OpenAI

token = get_bearer_token_provider({{ credential }}, {{ scope }})
client = OpenAI(base_url={{ base_url }}, api_key=token)
answer = client.chat.completions.create(
    model={{ deployment }},
    messages=[{"role": "user", "content": "Say hello in one short sentence."}],
)
print(answer.choices[0].message.content)
