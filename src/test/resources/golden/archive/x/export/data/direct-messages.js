window.YTD.direct_messages.part0 = [
  {"dmConversation": {"conversationId": "1001-2002", "messages": [
    {"messageCreate": {"recipientId": "2002", "reactions": [{"senderId": "2002", "reactionKey": "like", "eventId": "9", "createdAt": "2026-03-02T10:00:00.000Z"}], "urls": [{"url": "https://t.co/abc", "expanded": "https://acme.example/offer", "display": "acme.example/offer"}], "text": "Have a look = here: https://t.co/abc &amp; tell me", "mediaUrls": [], "senderId": "1001", "id": "501", "createdAt": "2026-03-02T10:00:00.000Z"}},
    {"messageCreate": {"recipientId": "1001", "urls": [], "text": "Grüezi", "mediaUrls": ["https://ton.twitter.com/dm/1.jpg"], "senderId": "2002", "id": "500", "createdAt": "2026-03-02T09:59:00.123Z"}}
  ]}},
  {"dmConversation": {"messages": [{"messageCreate": {"recipientId": "3003", "text": "no thread", "senderId": "1001", "id": "502", "createdAt": "yesterday"}}]}}
];
